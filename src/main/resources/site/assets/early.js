try{var t=localStorage.getItem("orrery-theme");if(t==="dark"||t==="light")document.documentElement.dataset.theme=t}catch(e){}
