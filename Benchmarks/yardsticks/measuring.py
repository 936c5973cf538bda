"""What the Python yardsticks share: reading the lines of a file within a limit of CPU time."""

import resource
import sys
import time


def read_lines(recognize):
    """Calls a function with the lines of the file that the command line names, until the seconds named behind it are spent.

    Prints the bytes read, the seconds of CPU they took and the peak memory in MB. The first line is read twice, so that
    what a package loads or compiles when it is first called is not counted.
    """
    path, seconds = sys.argv[1], float(sys.argv[2])
    read = 0
    with open(path, encoding="utf-8") as lines:
        recognize(next(lines))
        lines.seek(0)
        start = time.process_time()
        for line in lines:
            recognize(line)
            read += len(line.encode())
            if time.process_time() - start > seconds:
                break
    scale = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6
    print(read, round(time.process_time() - start, 3), round(peak, 1))
