"""Trees as JSON and back."""
