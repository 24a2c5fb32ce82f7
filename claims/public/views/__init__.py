"""Pages and documents for readers. Each reads publications, never the desk's tables."""
