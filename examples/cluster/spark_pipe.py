# Spark: all rows of a project go to one part, one behind the other; each part goes through one pipe.sh.
# The project is what stands before the first comma of a line, so it has to be the first column, without quotes.
# usage: spark-submit spark_pipe.py PARTS ACTUALS RESULTS PIPE.SH HEADER PROJECT.ini [OPTION…]
# ACTUALS has no line of column names; HEADER has it. PIPE.SH, HEADER and PROJECT.ini have the same absolute path on every node.
import os
import shlex
import sys
import zlib

from pyspark.sql import SparkSession


def project_of(row):
    return row.split(",", 1)[0]


def part_of(project):
    return zlib.crc32(project.encode())


def main(parts, actuals, results, *pipe):
    spark = SparkSession.builder.appName("jixiao").getOrCreate()
    rows = spark.sparkContext.textFile(actuals).keyBy(project_of)
    rows = rows.repartitionAndSortWithinPartitions(int(parts), part_of).values()
    # pipe() gives the command no environment of its own accord, and looks at its exit code only when told to
    command = shlex.join(["sh", *pipe])
    rows.pipe(command, {"PATH": os.environ["PATH"]}, checkCode=True).saveAsTextFile(results)


main(*sys.argv[1:])
