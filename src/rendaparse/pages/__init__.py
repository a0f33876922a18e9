"""Before the blocks: a report as it was typeset, to the text that its lines and pages cut; traditional characters."""
