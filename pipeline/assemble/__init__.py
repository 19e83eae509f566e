"""From a processed Doc to the record."""
