"""Work on files from anywhere, done in child processes that can do no harm.

`child.Child` is the parent's side, `inside.serve` the child's; `fence` is what the child may not do, `messages` is what
goes between them. `reading` reads a document in a child, and `reader` is that child's program.
"""
