"""What readers see: rendered from publications and from nothing else."""
