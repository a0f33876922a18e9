"""Views of a report: its figures as rows, its outline."""
