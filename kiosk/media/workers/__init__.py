"""Worker processes: started, asked and limited. They know no photo."""
