-- SPDX-License-Identifier: MIT
-- The rules of conf/industry-development-2024.ini in SQLite, in whole numbers: hundredths of points, of percents and of yuan. Reads
-- actuals.csv of the current folder and prints what `jixiao batch --format csv` prints. Like limit.c it trusts the numbers' form.
.bail on
CREATE TABLE actuals (
  project TEXT, cost TEXT, enterprises TEXT, value_added TEXT, carried_out TEXT, revenue TEXT, satisfaction TEXT, paid TEXT, budget TEXT
);
.import --csv --skip 1 actuals.csv actuals
.mode list
.separator , "\n"
.headers on
WITH figures AS (
  SELECT
    project,
    CAST(replace(cost, '.', '') AS INTEGER) AS cost,
    CAST(enterprises AS INTEGER) AS enterprises,
    CAST(replace(value_added, '.', '') AS INTEGER) AS value_added, -- up to the %
    substr(carried_out, 1, 4) AS year,
    CAST(replace(revenue, '.', '') AS INTEGER) AS revenue,
    satisfaction,
    CAST(replace(paid, '.', '') AS INTEGER) AS paid,
    CAST(budget AS INTEGER) AS budget
  FROM actuals
),
points AS MATERIALIZED (
  SELECT
    project,
    iif(cost <= 10000, 2000, 0) AS cost,
    iif(enterprises >= 30, 1200, 1200 - 40 * (30 - enterprises)) AS enterprises,
    iif(value_added >= 0, 800, max(0, (80000 + 8 * value_added + 50) / 100)) AS value_added,
    iif(year = '2024', 2000, 0) AS timeliness,
    iif(revenue >= 0, 2000, max(0, (200000 + 20 * revenue + 50) / 100)) AS revenue,
    CASE satisfaction WHEN '不满意' THEN 0 WHEN '基本满意' THEN 900 ELSE 1000 END AS satisfaction,
    iif(paid >= 100 * budget, 1000, (20 * paid + budget) / (2 * budget)) AS execution
  FROM figures
),
totals AS (
  SELECT *, cost + enterprises + value_added + timeliness + revenue + satisfaction + execution AS total FROM points
)
SELECT
  project,
  printf('%d.%02d', cost / 100, cost % 100) AS "cost-control",
  printf('%d.%02d', enterprises / 100, enterprises % 100) AS "innovative-smes",
  printf('%d.%02d', value_added / 100, value_added % 100) AS "industrial-value-added",
  printf('%d.%02d', timeliness / 100, timeliness % 100) AS "execution-timeliness",
  printf('%d.%02d', revenue / 100, revenue % 100) AS "enterprise-revenue",
  printf('%d.%02d', satisfaction / 100, satisfaction % 100) AS "public-satisfaction",
  printf('%d.%02d', execution / 100, execution % 100) AS "budget-execution",
  printf('%d.%02d', total / 100, total % 100) AS total,
  CASE WHEN total >= 9000 THEN '优' WHEN total >= 8000 THEN '良' WHEN total >= 6000 THEN '中' ELSE '差' END AS grade,
  'scored' AS status,
  '' AS error
FROM totals;
