"""The multi-task encoder at run time: pieces, windows, session, decoding."""
