// @ts-check
// Files on their way from the person's machine to the server.

/** @param {File[]} files */
export function uploadWords(files) {
  return `Uploading ${files.length === 1 ? files[0].name : `${files.length} files`}…`;
}

/**
 * Sends files to the server, one after another, for the page to be given.
 * @param {string} base @param {File[]} files @param {(share: number) => void} told @returns {Promise<string[]>} Their upload ids.
 */
export async function uploadAll(base, files, told) {
  const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
  let before = 0;
  const ids = [];
  for (const file of files) {
    ids.push(await uploadOne(base, file, (bytes) => told((before + bytes) / total)));
    before += file.size;
  }
  return ids;
}

/** Only XMLHttpRequest tells how far an upload is. @param {string} base @param {File} file @param {(bytes: number) => void} told @returns {Promise<string>} */
function uploadOne(base, file, told) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base}/uploads?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => told(loaded);
    request.onerror = () => reject(new Error(`${file.name} could not be sent. Try again.`));
    request.onload = () => {
      if (request.status === 201 && request.response) resolve(request.response.uploadId);
      else reject(new Error(request.response?.error ?? `${file.name} was refused (${request.status}).`));
    };
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}
