/** Loaded before a process of the application: writes every statement it sends to a file, with its values. */
const { appendFileSync } = require('node:fs');
const { Client } = require('pg');

const file = process.env.BENCH_CAPTURE_FILE;
const query = Client.prototype.query;

Client.prototype.query = function (config, values, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  if (typeof text === 'string') {
    const bound = Array.isArray(values) ? values : (config?.values ?? []);
    const by = this.connectionParameters.application_name ?? null;
    appendFileSync(file, `${JSON.stringify({ by, connection: this.processID, text, values: bound })}\n`);
  }
  return query.call(this, config, values, ...rest);
};
