"""Mentions of names and values: what each finder says, and which of them stands where they disagree."""
