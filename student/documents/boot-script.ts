/**
 * Runs in the head of the student's page, before anything is drawn: says on the document how the student came, for the
 * style to show one of the beginnings that the server drew. A slip's code is behind the `#`, where no server sees it.
 * Plain old JavaScript: it also runs in browsers that know no modules, and tells those that they are too old.
 */
export const BOOT_SCRIPT = [
  "(function(){",
  "var d=document.documentElement,a='code',i;",
  "try{for(i=0;i<sessionStorage.length;i++)",
  "if(sessionStorage.key(i).indexOf('hearth:')===0)a='again'}catch(e){}",
  "if(a==='code'&&/[#&]seat=/.test(location.hash))a='slip';",
  "d.setAttribute('data-arrival',a);",
  "d.setAttribute('data-modules',String('noModule'in document.createElement('script')))",
  "})()",
].join("");
