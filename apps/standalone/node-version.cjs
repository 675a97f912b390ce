/* Written for any Node: an old one must reach the sentence below instead of a syntax error. */
var version = process.versions.node.split('.').map(Number);

/** ES modules can be required since 20.19 and, in the 22 line, since 22.12. */
var suits =
  (version[0] === 20 && version[1] >= 19) || (version[0] === 22 && version[1] >= 12) || version[0] >= 23;

if (!suits) {
  process.stderr.write(
    'Mithaq needs Node 20.19 or newer (in the 22 line 22.12; 24 is advised), and this is ' +
      process.version +
      '.\n',
  );
  process.exit(1);
}
