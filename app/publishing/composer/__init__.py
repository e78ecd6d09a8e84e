"""The composer: one page on which a post is written, differed for each network, previewed and planned."""
