-- A loop before anything is declared.
-- expect: was stopped
while true do
end
