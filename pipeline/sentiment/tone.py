from spacy.language import Language
@Language.factory("tone", assigns=["doc._.tone"], requires=["doc._.effects"])
class ToneC:
    def __init__(self, nlp, name): self.name=name
    def __call__(self, doc):
        doc._.tone={"label":"mixed","score":0.0,"sentences":[],"entities":{}}
        return doc
