"""What sort of statement it is, and how much it is worth checking."""
