-- Neovim's own language client over one definition: opens it, asks what an author would ask, changes it, and writes what
-- came as JSON to $OUT. Neovim 0.7 or later, run as: nvim --clean --headless -c 'luafile neovim.lua' DEFINITION
local out = { answers = {} }
local deadline = 30000
local buffer = vim.api.nvim_get_current_buf()
local uri = vim.uri_from_bufnr(buffer)

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

-- The position of a piece of the text, `offset` bytes into it, in UTF-16 code units as the protocol counts.
local function at(piece, offset)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local start = line:find(piece, 1, true)
    if start then
      local _, character = vim.str_utfindex(line, start - 1 + (offset or 0))
      return { line = number - 1, character = character }
    end
  end
  error('the definition has no ' .. piece)
end

local function ask(client, method, params)
  local answer, problem = vim.lsp.buf_request_sync(buffer, method, params, deadline)
  if problem then error(method .. ': ' .. problem) end
  return answer[client] or {}
end

local function replace(from, to)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local start, stop = line:find(from, 1, true)
    if start then
      vim.api.nvim_buf_set_text(buffer, number - 1, start - 1, number - 1, stop, { to })
      return
    end
  end
  error('the definition has no ' .. from)
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, diagnostic.user_data and diagnostic.user_data.lsp.code or diagnostic.code)
  end
  return found
end

local function has(code)
  return vim.tbl_contains(codes(), code)
end

local function run()
  local plan = vim.fn.json_decode(vim.env.PLAN)
  local attached = false
  local client = vim.lsp.start_client({
    name = 'indicators',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    on_attach = function() attached = true end,
  })
  vim.lsp.buf_attach_client(buffer, client)
  if not vim.wait(deadline, function() return attached end, 10) then error('the server did not start') end
  local encoding = vim.lsp.get_client_by_id(client).offset_encoding
  out.encoding = encoding
  local document = { uri = uri }
  local function place(spot) return { textDocument = document, position = at(spot.piece, spot.offset) } end

  -- Findings follow an edit and its undoing.
  out.before = text()
  replace(plan.mistake.from, plan.mistake.to)
  out.isFound = vim.wait(deadline, function() return has(plan.mistake.code) end, 10)
  out.found = codes()

  -- The preferred cure puts the text back.
  local spot = at(plan.mistake.to, plan.mistake.offset)
  local actions = ask(client, 'textDocument/codeAction', {
    textDocument = document,
    range = { start = spot, ['end'] = spot },
    context = { diagnostics = {}, only = { 'quickfix' } },
  }).result or {}
  out.actions = {}
  for _, action in ipairs(actions) do
    table.insert(out.actions, { title = action.title, isPreferred = action.isPreferred })
  end
  if actions[1] then vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding) end
  out.isCured = vim.wait(deadline, function() return not has(plan.mistake.code) end, 10)
  out.cured = text()

  for name, question in pairs(plan.ask) do
    local params = question.piece and place(question) or { textDocument = document }
    for key, value in pairs(question.more or {}) do params[key] = value end
    out.answers[name] = ask(client, question.method, params)
  end

  -- A renaming, applied as Neovim applies it.
  local renamed = ask(client, 'textDocument/rename', vim.tbl_extend('force', place(plan.rename), { newName = plan.rename.to }))
  if renamed.result then vim.lsp.util.apply_workspace_edit(renamed.result, encoding) end
  out.renamed = text()

  -- Formatting, of a text with blanks that nobody wants.
  replace(plan.untidy.from, plan.untidy.to)
  out.untidy = text()
  local edits = ask(client, 'textDocument/formatting', { textDocument = document, options = { tabSize = 2, insertSpaces = true } })
  vim.lsp.util.apply_text_edits(edits.result or {}, buffer, encoding)
  out.formatted = text()
end

local ok, problem = pcall(run)
if not ok then out.problem = tostring(problem) end
local file = assert(io.open(vim.env.OUT, 'w'))
file:write(vim.fn.json_encode(out))
file:close()
vim.cmd('qall!')
