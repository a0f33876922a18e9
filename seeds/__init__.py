"""The seed documents, one of which every installation holds (见 README.md)."""
