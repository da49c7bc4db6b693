"""One file per format: each turns bytes into a draft of blocks, metadata and attachments."""
