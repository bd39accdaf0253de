"""The pure part of the reviewer: study days, the schedule, histories, and the order of a queue."""
