// Prints what Comunica finds at an endpoint (second argument) for a query (third), as a JSON array of objects.
import { QueryEngine } from '@comunica/query-sparql';

const [endpoint, query] = process.argv.slice(2);
const bindings = await new QueryEngine().queryBindings(query, {
  sources: [{ type: 'sparql', value: endpoint }],
});
const rows = await bindings.toArray();
console.log(JSON.stringify(rows.map(row => Object.fromEntries([...row].map(([v, t]) => [v.value, t.value])))));
