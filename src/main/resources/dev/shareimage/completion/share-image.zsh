#compdef share-image
# Completes share-image in zsh.
_share-image() {
  local -A summaries
  summaries=(
@commands@
  )
  local command= word=${words[CURRENT]} option=${words[CURRENT-1]} each
  for each in ${words[2,CURRENT-1]}; do
    if (( ${+summaries[$each]} )); then
      command=$each
      break
    fi
  done
  if [[ $word == --*=* ]]; then
    option=${word%%=*} word=${word#*=}
    compset -P '*='
  fi
  if [[ $word == @* ]]; then
    compset -P @
    _files
    return
  fi
  case $option in
@values@
  (--columns)
    compset -P '*,'
    case $command in
@columns@
    esac
    return
    ;;
  (--profile)
    compadd -- ${(f)"$(sed -n 's/.*"name"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' ~/.aliyun/config.json 2>/dev/null)"}
    return
    ;;
  (@files@)
    _files
    return
    ;;
  esac
  if [[ $word == -* ]]; then
    case $command in
@options@
    esac
  elif [[ -z $command ]]; then
    local -a described
    for each in ${(ok)summaries}; do described+=("$each:${summaries[$each]}"); done
    _describe command described
  else
    case $command in
@operands@
    (@file-commands@) _files ;;
    esac
  fi
}

if [[ ${funcstack[1]} == _share-image ]]; then
  _share-image "$@"
else
  compdef _share-image share-image
fi
