@base@
# Values behind an equals sign, files, and lists in files, which the functions above do not know.
function _share_image_one() {
  COMPREPLY=($(compgen -W "$1" -- "$word"))
}

# The last value of a list with commas.
function _share_image_list() {
  local last=${word##*,}
  COMPREPLY=($(compgen -P "${word%"$last"}" -W "$1" -- "$last"))
}

function _share_image_columns() {
  local each command=
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in
      @names@) command=$each; break ;;
    esac
  done
  case $command in
@columns@
  esac
}

function _share_image() {
  local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD-1]} at=@
  case $COMP_WORDBREAKS in *@*) at='' ;; esac
  if [[ $option == @ ]]; then
    word=@$word
  elif [[ $word == = ]]; then
    word=''
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [[ $word == @* ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -P "$at" -f -- "${word#@}"))
    return
  fi
  case $option in
@values@
  --columns) _share_image_columns ;;
  --profile)
    COMPREPLY=($(compgen -W "$(sed -n 's/.*"name"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' ~/.aliyun/config.json 2>/dev/null)" -- "$word"))
    ;;
  @files@)
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
    ;;
  *)
    unset IFS
    _complete_share-image "$@"
    if [[ -z ${COMPREPLY[*]} && $word != -* && " ${COMP_WORDS[*]:0:COMP_CWORD} " =~ \ (@file-commands@)\  ]]; then
      IFS=$'\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$word"))
    fi
    ;;
  esac
}

complete -F _share_image share-image share-image.sh share-image.bash
