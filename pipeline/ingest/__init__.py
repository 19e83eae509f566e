"""Files to articles: `read` takes paths, folders and standard input; `Duplicates` skips and marks what came before."""

from pipeline.ingest.duplicates import Duplicates
from pipeline.ingest.options import ReadOptions
from pipeline.ingest.reader import count_articles, read

__all__ = ["Duplicates", "ReadOptions", "count_articles", "read"]
