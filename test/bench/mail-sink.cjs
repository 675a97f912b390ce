/** Takes every mail and keeps none. */
const { SMTPServer } = require('smtp-server');

const server = new SMTPServer({
  authOptional: true,
  disableReverseLookup: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, answer) {
    stream.resume();
    stream.on('end', () => answer());
  },
});
server.on('error', () => undefined);
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ type: 'ready' }));
process.on('disconnect', () => process.exit(0));
