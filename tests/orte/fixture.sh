# The town Heide: on the ground alone.
rules ''
look ''
directory
