"""Files to articles: `read` takes paths, folders and standard input; `duplicates` skips and marks what came before."""

from pipeline.ingest.options import ReadOptions
from pipeline.ingest.reader import count_articles, read

__all__ = ["ReadOptions", "count_articles", "read"]
