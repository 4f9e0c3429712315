"""Views of documents from people we don't know: dossier text, PDF, pictures.  They know bytes and text, no use case."""
