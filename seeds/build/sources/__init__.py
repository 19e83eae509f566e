"""Readers of the pinned packages: one source a file, each giving plain rows and nothing joined."""
