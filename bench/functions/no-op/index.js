exports.main = async () => ({ ok: false, code: 'FULL' });
