"""What Word, PowerPoint and their kin have in common: packages of parts, drawings, formulas."""
