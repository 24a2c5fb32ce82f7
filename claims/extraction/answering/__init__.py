"""Which statements deny, dispute or answer what others say."""
