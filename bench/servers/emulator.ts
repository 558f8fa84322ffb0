import { startEmulator } from '../../emulator/emulator';
import { INSTANCES } from '../../scripts/start/instances';

/** The emulator with the settings of `npm start`, on a folder of functions and a data folder of the bench's choice. */
export interface EmulatorSettings {
  functions: string;
  data: string;
  /** The function that is called. It gets as many instances as the claim has. */
  name: string;
}

process.once('message', message => {
  const { functions, data, name } = message as EmulatorSettings;
  startEmulator({ functions, data, port: 0, instances: { perFunction: { [name]: INSTANCES.perFunction.line } } }).then(
    emulator => {
      process.send?.({ port: emulator.port });
      process.once('SIGTERM', () => void emulator.stop().then(() => process.exit(0)));
    },
    error => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => process.exit(0));
