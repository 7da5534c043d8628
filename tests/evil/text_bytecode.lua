-- Bytecode behind a comment.
-- expect: unexpected symbol
LuaT

