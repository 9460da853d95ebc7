-- What wrk asks: one query by GET, the same each time or, by a comment of its own, a new one each time.
local n, query, fresh, prefix = 0, "", false, ""

function init(args)
  local file = assert(io.open(args[1]))
  query = file:read("a")
  fresh = args[2] == "fresh"
  prefix = args[3]
  math.randomseed(os.time())
  n = math.random(1, 1000000000)
end

function request()
  n = n + 1
  local path = prefix .. query
  if fresh then path = path .. "%0A%23" .. n end
  return wrk.format("GET", path)
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
    e.status + e.connect + e.read + e.write, e.timeout, latency:percentile(50)))
end
