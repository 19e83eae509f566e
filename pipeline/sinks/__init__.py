"""Where records go: JSON Lines, CSV, Parquet, SQL and data frames, all from one row model."""
