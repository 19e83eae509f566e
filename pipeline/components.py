"""Importing this module registers every stage with spaCy; the distribution's entry points name the same classes."""

from __future__ import annotations

import pipeline.encoder.component
import pipeline.encoder.scorer
import pipeline.entities.component
import pipeline.entities.values.component
import pipeline.linking.component
import pipeline.names.component
import pipeline.names.positions
import pipeline.projects.component
import pipeline.projects.phrases
import pipeline.relations.component
import pipeline.sentiment.effects
import pipeline.sentiment.tone
import pipeline.text.layout
import pipeline.text.sentences  # noqa: F401
