// One payload against one schema with ajv: `node ajv.js SCHEMA FILE`. Says whether it is valid, and how many errors it has.
'use strict';
const { readFileSync } = require('node:fs');
const Ajv = require('ajv');

const [schema, file] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const valid = validate(JSON.parse(readFileSync(file, 'utf8')));
console.log(valid ? 'valid' : `invalid ${validate.errors.length}`);
process.exitCode = valid ? 0 : 1;
