-- An error before anything is declared.
-- expect: no thanks
error("no thanks")
