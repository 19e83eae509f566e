"""The gold format: what a careful analyst would extract from an article, read and resolved to offsets."""
