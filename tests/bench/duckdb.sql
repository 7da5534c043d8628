-- SPDX-License-Identifier: MIT
-- The rules of conf/industry-development-2024.ini in DuckDB, in exact decimals. Reads actuals.csv of the current folder and writes
-- scores.csv, what `jixiao batch --format csv` prints. DuckDB keeps the order of the rows by default. See duckdb.mjs.
COPY (
  WITH actuals AS (
    FROM read_csv('actuals.csv', header = true, delim = ',', columns = {
      project: 'VARCHAR', cost: 'DECIMAL(9, 2)', enterprises: 'INTEGER', value_added: 'VARCHAR', carried_out: 'DATE',
      revenue: 'VARCHAR', satisfaction: 'VARCHAR', paid: 'DECIMAL(15, 2)', budget: 'BIGINT'
    })
  ),
  figures AS (
    SELECT
      * REPLACE (
        CAST(rtrim(value_added, '%') AS DECIMAL(9, 2)) AS value_added,
        CAST(rtrim(revenue, '%') AS DECIMAL(9, 2)) AS revenue,
        CAST(paid * 100 AS BIGINT) AS paid
      )
    FROM actuals
  ),
  points AS (
    SELECT
      project,
      CASE WHEN cost <= 100 THEN 20.00 ELSE 0.00 END AS cost,
      CASE WHEN enterprises >= 30 THEN 12.00 ELSE 12.00 - 0.40 * (30 - enterprises) END AS enterprises,
      CASE WHEN value_added >= 0 THEN 8.00 ELSE greatest(0.00, round(8 + 0.08 * value_added, 2)) END AS value_added,
      CASE WHEN year(carried_out) = 2024 THEN 20.00 ELSE 0.00 END AS timeliness,
      CASE WHEN revenue >= 0 THEN 20.00 ELSE greatest(0.00, round(20 + 0.2 * revenue, 2)) END AS revenue,
      CASE satisfaction WHEN '不满意' THEN 0.00 WHEN '基本满意' THEN 9.00 ELSE 10.00 END AS satisfaction,
      CASE WHEN paid >= 100 * budget THEN 10.00 ELSE ((20 * paid + budget) // (2 * budget))::DECIMAL(9, 0) * 0.01 END AS execution
    FROM figures
  ),
  totals AS (
    SELECT *, cost + enterprises + value_added + timeliness + revenue + satisfaction + execution AS total FROM points
  )
  SELECT
    project,
    cost AS "cost-control",
    enterprises AS "innovative-smes",
    value_added AS "industrial-value-added",
    timeliness AS "execution-timeliness",
    revenue AS "enterprise-revenue",
    satisfaction AS "public-satisfaction",
    execution AS "budget-execution",
    total,
    CASE WHEN total >= 90 THEN '优' WHEN total >= 80 THEN '良' WHEN total >= 60 THEN '中' ELSE '差' END AS grade,
    'scored' AS status,
    NULL AS error
  FROM totals
) TO 'scores.csv' (HEADER, DELIMITER ',');
