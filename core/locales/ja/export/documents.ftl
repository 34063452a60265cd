group-documents = 文書
