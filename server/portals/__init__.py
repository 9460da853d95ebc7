"""What portals, crawlers and tools of data read: the catalogue, VoID, dumps, feeds and reconciliation."""
