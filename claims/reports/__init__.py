"""Figures an editor answers with, their pictures, pages and exports."""
