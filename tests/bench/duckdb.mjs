// SPDX-License-Identifier: MIT
// duckdb.mjs THREADS: runs duckdb.sql beside it in the current folder, with @duckdb/node-api of the folder in JIXIAO_BENCH_NPM.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const load = createRequire(`${process.env.JIXIAO_BENCH_NPM}/`);
const { DuckDBInstance } = load("@duckdb/node-api");

const database = await DuckDBInstance.create(":memory:", { threads: process.argv[2] });
const connection = await database.connect();
await connection.run(readFileSync(new URL("duckdb.sql", import.meta.url), "utf8"));
connection.closeSync();
