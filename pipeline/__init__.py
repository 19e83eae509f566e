"""Equitrace."""
