"""Training of the encoder; the only package that imports torch (extra `train`)."""
