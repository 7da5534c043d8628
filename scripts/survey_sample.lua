-- survey_sample.lua: a satisfaction survey with too few answers proves little, and loses points.
--
-- For:      an indicator with measure = survey, whose actual counts the answers for each level; or any other whose actuals
--           have a column `answers`.
-- Use:      script = survey_sample.lua
--           script.least = 100          ; how many answers there should be; must be stated
--           script.deduct = 2           ; what fewer cost: N points, or N% of the weight; must be stated
-- Actuals:  a column answers, how many people answered, where the actual is no count of answers; empty beside one that is.
-- Example:  conf/examples/survey-sample

local function count(ctx)
  if type(ctx.actual) ~= "table" then
    return ctx.input.answers
  end
  local answers = jx.decimal(0)
  for _, number in pairs(ctx.actual) do
    answers = answers + number
  end
  if ctx.input.answers and ctx.input.answers ~= answers then
    error("各等次共 " .. answers .. " 份，answers 列应留空 (leave the column answers empty: the counts make " .. answers .. ")")
  end
  return answers
end

return {
  params = {
    least = { type = "integer", required = true, min = 1, zh = "至少应有的答卷数", en = "the least number of answers" },
    deduct = { type = "points", required = true, min = 0, zh = "答卷太少时扣的分数", en = "points lost where there are fewer" },
  },
  inputs = {
    answers = { type = "integer", min = 0, zh = "答卷数", en = "how many people answered" },
  },
  run = function(ctx)
    local answers = count(ctx)
    if not answers then
      error("请在 answers 列填写答卷数 (fill in the column answers: how many people answered)")
    end
    if answers < ctx.param.least and ctx.param.deduct > 0 then
      ctx:deduct {
        points = ctx.param.deduct,
        code = "sample_too_small",
        figures = { answers = answers, least = ctx.param.least },
        zh = "答卷{answers}份，应不少于{least}份",
        en = "{answers} answers, expected at least {least}",
      }
    end
  end,
}
