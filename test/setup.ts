import fc from 'fast-check'

// The same examples on every run, so that CI never fails by chance; FC_SEED=… tries others.
fc.configureGlobal({ seed: Number(process.env['FC_SEED'] ?? 20240613) })
