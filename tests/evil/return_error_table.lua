-- The same, and no text.
-- expect: not a text
error({})
